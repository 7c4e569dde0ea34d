package force

// terms of the series of a cell: what its bodies push is told by the first
// moments of their masses, and what pushes it by the first derivatives.
const terms = 4

// series is the moments of a cell about its centre of mass, a[k] = sum over
// bodies of m (z-c)^k, or the Taylor coefficients of the push in a cell. Places
// are complex numbers here: a mass m at s pushes a body at z with m/(z-s), of
// which the conjugate is the push along x and y. Greengard & Rokhlin, Journal of
// Computational Physics 73, 325 (1987).
type series [terms]complex128

var binomial = func() (b [2 * terms][2 * terms]complex128) {
	for n := range b {
		b[n][0] = 1
		for k := 1; k <= n; k++ {
			b[n][k] = b[n-1][k-1] + b[n-1][k]
		}
	}
	return b
}()

// add adds a mass at d from the centre.
func (a *series) add(mass float64, d complex128) {
	power := complex(mass, 0)
	for k := range a {
		a[k] += power
		power *= d
	}
}

// addMoved adds the moments of a part whose centre lies at d.
func (a *series) addMoved(part *series, d complex128) {
	var powers series
	powers[0] = 1
	for k := 1; k < terms; k++ {
		powers[k] = powers[k-1] * d
	}
	for k := range a {
		for j := 0; j <= k; j++ {
			a[k] += binomial[k][j] * part[j] * powers[k-j]
		}
	}
}

// addFrom adds what a cell with the moments a pushes at places near the one
// that lies at d from its centre: m/(d+h) summed up, in powers of h.
func (b *series) addFrom(a *series, d complex128) {
	w := inverse(d)
	// a[1] is 0 about the centre of mass.
	w2 := w * w
	w3, w4 := w2*w, w2*w2
	a2, a3 := a[2]*w2, a[3]*w3
	b[0] += w * (a[0] + a2 + a3)
	b[1] -= w2 * (a[0] + 3*a2 + 4*a3)
	b[2] += w3 * (a[0] + 6*a2 + 10*a3)
	b[3] -= w4 * (a[0] + 10*a2 + 20*a3)
}

// addShifted adds the coefficients of the cell around, whose centre lies at -d.
func (b *series) addShifted(around *series, d complex128) {
	var powers series
	powers[0] = 1
	for k := 1; k < terms; k++ {
		powers[k] = powers[k-1] * d
	}
	for l := range b {
		for m := l; m < terms; m++ {
			b[l] += binomial[m][l] * around[m] * powers[m-l]
		}
	}
}

// at returns the push at d from the centre.
func (b *series) at(d complex128) complex128 {
	return b[0] + d*(b[1]+d*(b[2]+d*b[3]))
}

func inverse(z complex128) complex128 {
	x, y := real(z), imag(z)
	s := 1 / (x*x + y*y)
	return complex(x*s, -y*s)
}
