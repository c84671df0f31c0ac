char fault = 'b';
