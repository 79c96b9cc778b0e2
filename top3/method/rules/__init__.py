"""The rules of the method, one file each: listing this folder prints the method."""
