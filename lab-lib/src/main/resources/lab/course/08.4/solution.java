char fault = 'c';
