"""The rules of confidentiality, over the composed documents: one file each (T9xx)."""
