char why = 'd';
