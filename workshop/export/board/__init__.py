"""The board as pictures: what each step came to, laid out on sheets of A3 as the room saw it."""
