"""Long texts drawn by rule: headings, paragraphs, tables and charts as plain data, then as DOCX."""
