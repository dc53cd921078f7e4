"""What every theme keeps to, ours and any other: `pytest tests/themes --theme FOLDER`."""
