char fault = 'd';
