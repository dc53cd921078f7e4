"""The domain's frozen values: people, their ties and circles, introductions, the vault."""
