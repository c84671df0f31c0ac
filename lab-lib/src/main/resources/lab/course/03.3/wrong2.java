char why = 'c';
