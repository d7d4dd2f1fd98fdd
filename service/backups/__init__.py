"""What a backup is: one TAR with a picture of the database, the archive as of it, and digests."""
