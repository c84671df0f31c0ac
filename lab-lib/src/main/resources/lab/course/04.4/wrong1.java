char why = 'a';
