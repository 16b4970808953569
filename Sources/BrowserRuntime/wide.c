// Browsers calculate with 64 bits; here is what compiled code calls for numbers of 128.

#ifdef __wasm__

#include <stdint.h>

typedef __int128 wide;
typedef unsigned __int128 uwide;

static uint64_t high(uwide number) { return (uint64_t)(number >> 64); }
static uint64_t low(uwide number) { return (uint64_t)number; }
static uwide join(uint64_t high, uint64_t low) { return (uwide)high << 64 | low; }

// Four products of halves, as on paper.
wide __multi3(wide left, wide right) {
  uint64_t a = low((uwide)left), b = low((uwide)right);
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t middle = a1 * b0 + (a0 * b0 >> 32);
  uint64_t other = a0 * b1 + (uint32_t)middle;
  uint64_t top = a1 * b1 + (middle >> 32) + (other >> 32);
  top += high((uwide)left) * b + a * high((uwide)right);
  return (wide)join(top, a * b);
}

// Bit by bit, from the first that makes a difference.
static uwide divide(uwide number, uwide divisor, uwide *remainder) {
  if (divisor == 0) __builtin_trap();
  if (high(number) == 0 && high(divisor) == 0) {
    *remainder = low(number) % low(divisor);
    return low(number) / low(divisor);
  }
  if (number < divisor) {
    *remainder = number;
    return 0;
  }
  int zeros = high(number) != 0 ? __builtin_clzll(high(number)) : 64 + __builtin_clzll(low(number));
  uwide quotient = 0, rest = 0;
  for (int bit = 127 - zeros; bit >= 0; bit -= 1) {
    // The rest may be of 128 bits already; then it is greater than any divisor once doubled.
    int is_over = (int)(rest >> 127);
    rest = rest << 1 | (number >> bit & 1);
    quotient <<= 1;
    if (is_over || rest >= divisor) {
      rest -= divisor;
      quotient |= 1;
    }
  }
  *remainder = rest;
  return quotient;
}

static uwide magnitude(wide number) { return number < 0 ? -(uwide)number : (uwide)number; }

uwide __udivti3(uwide number, uwide divisor) {
  uwide remainder;
  return divide(number, divisor, &remainder);
}

uwide __umodti3(uwide number, uwide divisor) {
  uwide remainder;
  divide(number, divisor, &remainder);
  return remainder;
}

wide __divti3(wide number, wide divisor) {
  uwide remainder;
  uwide quotient = divide(magnitude(number), magnitude(divisor), &remainder);
  return (number < 0) != (divisor < 0) ? (wide)(-quotient) : (wide)quotient;
}

wide __modti3(wide number, wide divisor) {
  uwide remainder;
  divide(magnitude(number), magnitude(divisor), &remainder);
  return number < 0 ? (wide)(-remainder) : (wide)remainder;
}

#endif
