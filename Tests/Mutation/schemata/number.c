// The number of the mutant as which the program was started; 0 is none.

#include <stdlib.h>

#include "number.h"

int mutation_number_now = 0;

__attribute__((constructor)) static void read_number(void) {
  const char *text = getenv("MUTANT");
  if (text) mutation_number_now = atoi(text);
}
