char fault = 'a';
