insert into member (card, name) values ('A001', 'Ada'), ('G002', 'Grace');
insert into book (isbn, title) values
  ('9780000000001', 'Notes on the Engine'),
  ('9780000000002', 'The Education of a Computer');
