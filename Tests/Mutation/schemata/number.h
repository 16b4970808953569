#pragma once

extern int mutation_number_now;

static inline long mutation_number(void) { return mutation_number_now; }
