char why = 'b';
