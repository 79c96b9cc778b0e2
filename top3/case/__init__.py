"""What a family file says: vocabulary, fields, model, reader and cut."""
