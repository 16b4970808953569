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

// Shifts, by less than 128 bits.

wide __ashlti3(wide number, int count) {
  uint64_t a = high((uwide)number), b = low((uwide)number);
  if (count == 0) return number;
  if (count >= 64) return (wide)join(b << (count - 64), 0);
  return (wide)join(a << count | b >> (64 - count), b << count);
}

uwide __lshrti3(uwide number, int count) {
  uint64_t a = high(number), b = low(number);
  if (count == 0) return number;
  if (count >= 64) return join(0, a >> (count - 64));
  return join(a >> count, b >> count | a << (64 - count));
}

wide __ashrti3(wide number, int count) {
  int64_t a = (int64_t)high((uwide)number);
  uint64_t b = low((uwide)number);
  if (count == 0) return number;
  if (count >= 64) return (wide)join((uint64_t)(a >> 63), (uint64_t)(a >> (count - 64)));
  return (wide)join((uint64_t)(a >> count), b >> count | (uint64_t)a << (64 - count));
}

// Bit by bit, the highest first.
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
  uwide quotient = 0, rest = 0;
  for (int bit = 0; bit < 128; bit += 1) {
    // The rest may be of 128 bits already; then it is greater than any divisor once doubled.
    int is_over = (int)(high(rest) >> 63);
    rest = rest << 1 | high(number) >> 63;
    number <<= 1;
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
