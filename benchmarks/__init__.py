"""Speed, limits and peers side by side; nothing of it ships."""
