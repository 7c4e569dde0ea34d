package brokerage

import "math"

// dealt is what chance makes of the roles of a broker of one group, when the
// groups of the others are dealt out anew: the chance that a pair makes the
// role, that two pairs with one contact in common both do, and two pairs apart.
type dealt [roleCount]struct{ pair, sharing, apart float64 }

// deal works out the chances for a broker of a group, of groups of such sizes.
func deal(sizes []int, own int) (d dealt) {
	others := -1.0 // the broker is none of them
	var two, three, four, twoTwo float64
	for k, size := range sizes {
		others += float64(size)
		if k == own {
			continue
		}
		c := float64(size)
		two += falling(c, 2)
		three += falling(c, 3)
		four += falling(c, 4)
		twoTwo += falling(c, 2) * falling(c, 2)
	}
	in := float64(sizes[own]) - 1
	out := others - in
	bothSame := two*two - twoTwo + four // two pairs apart, each of one group
	starOfOther := 0.0                  // a contact and two of groups other than its own
	for k, size := range sizes {
		if k != own {
			starOfOther += float64(size) * falling(out-float64(size), 2)
		}
	}
	ways := dealt{
		Coordinator: {falling(in, 2), falling(in, 3), falling(in, 4)},
		Gatekeeper:  {2 * in * out, in*falling(out, 2) + out*falling(in, 2), 4 * falling(in, 2) * falling(out, 2)},
		Itinerant:   {two, three, bothSame},
		Liaison:     {falling(out, 2) - two, starOfOther, falling(out, 4) - 2*two*falling(out-2, 2) + bothSame},
	}
	for r := range d {
		d[r].pair = ways[r].pair / falling(others, 2)
		d[r].sharing = ways[r].sharing / falling(others, 3)
		d[r].apart = ways[r].apart / falling(others, 4)
	}
	return d
}

// moments returns the mean and the standard deviation of a role over the deals.
func (d dealt) moments(r Role, o open) (mean, deviation float64) {
	if o.pairs == 0 {
		return 0, 0
	}
	chance := d[r]
	mean = o.pairs * chance.pair
	square := mean
	if o.sharing > 0 {
		square += 2 * o.sharing * chance.sharing
	}
	if apart := o.pairs*(o.pairs-1)/2 - o.sharing; apart > 0 {
		square += 2 * apart * chance.apart
	}
	variance := square - mean*mean
	if variance <= 1e-12*square { // rounding; the deal leaves no choice
		return mean, 0
	}
	return mean, math.Sqrt(variance)
}

// falling is x (x-1) ... of k factors, 0 when there are fewer.
func falling(x float64, k int) float64 {
	product := 1.0
	for i := range k {
		product *= max(0, x-float64(i))
	}
	return product
}
