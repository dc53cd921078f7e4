"""Why a file or folder is not read, in words for its diagnostic."""

import errno
import stat

BECAME_LINK = "it became a link while it was being read"
LEAVES_VAULT = "the link leads out of the vault"
LINK_TO_FOLDER = "links to folders are not followed"
LINK_LOOP = "the link leads back to itself"
LINK_TO_NOTHING = "the link leads to nothing"
NO_PERMISSION = "no permission to read it"
NOT_A_FOLDER = "it should be a folder"
NOT_UTF8_NAME = "its name is not UTF-8"
SPECIAL = {
    stat.S_IFIFO: "it is a pipe, not a file",
    stat.S_IFSOCK: "it is a socket, not a file",
    stat.S_IFCHR: "it is a device, not a file",
    stat.S_IFBLK: "it is a device, not a file",
    stat.S_IFDIR: "it is a folder, not a file",
}


def special_file(mode: int) -> str:
    """Return what a thing is that is no regular file."""
    return SPECIAL.get(stat.S_IFMT(mode), "it is not a file")


def reason_of(error: OSError | RuntimeError, *, link: bool = False) -> str:
    """Return the system's reason as a clause; `link` if it was met while following one."""
    code = error.errno if isinstance(error, OSError) else errno.ELOOP
    if code == errno.ELOOP:
        return LINK_LOOP if link else BECAME_LINK
    if code in {errno.EACCES, errno.EPERM}:
        return NO_PERMISSION
    if link and code in {errno.ENOENT, errno.ENOTDIR}:
        return LINK_TO_NOTHING
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or str(error)).lower()
