export const SWITCH = /(?:^|_)enable_/
