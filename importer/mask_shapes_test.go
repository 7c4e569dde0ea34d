package importer

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Goal V2 once more, in the shapes that people write in free text: with signs
// and words around, brackets, slashes, en dashes and addresses made unreadable
// for machines.
func TestMaskFindsWhatPeopleWrite(t *testing.T) {
	const trials = 10_000
	random := rand.New(rand.NewPCG(11, 12))
	pick := func(all ...string) string { return all[random.IntN(len(all))] }
	number := func(n int) string { return fmt.Sprintf("%0*d", n, random.IntN(pow10(n))) }
	names := []string{"maija.mehiläinen", "matti.m.meikalainen", "MMEIKALA", "info", "etu-suku", "o'brien", "a_b", "x"}
	for name, c := range map[string]struct {
		make  func() string
		least int
	}{
		"identity code": {func() string {
			code := hetuOf(1+random.IntN(28), 1+random.IntN(12), random.IntN(100), "+-YXWVUABCDEF"[random.IntN(13)], 2+random.IntN(998))
			if random.IntN(2) == 0 {
				code = strings.ToLower(code)
			}
			if code[6] == '-' && random.IntN(3) == 0 {
				code = code[:6] + pick("–", "−", "‑") + code[7:]
			}
			return code
		}, trials},
		"e-mail": {func() string {
			at := pick("@", "@", "@", "(at)", " (at) ", "[at]", " [ät] ", "(a)", " @ ")
			return pick(names...) + at + pick("yritys", "a.b", "amk-x", "kunta2", "hämeenlinna", "posti.kunta") + pick(".fi", ".eu", ".example", " [piste] fi", "(dot)fi")
		}, trials * 99 / 100},
		"phone": {func() string {
			return pick("040", "041", "044", "045", "046", "050", "0400", "0500", "+358 40", "+35850", "+358 (0)44", "(+358) 45", "00358 40", "(040)", "+358-40") +
				pick(" ", "-", "/", "–", ".", "") + pick(number(7), number(3)+" "+number(4), number(3)+" "+number(2)+" "+number(2), number(3)+"-"+number(4), number(6), number(4)+number(3))
		}, trials * 99 / 100},
		"landline": {func() string {
			return pick("09", "02", "03", "013", "014", "015", "016", "017", "018", "019", "08", "06", "05", "020", "029", "(09)", "(016)", "+358 9", "+358 16") +
				pick(" ", "-", " ") + pick(number(6), number(7), number(3)+" "+number(3), number(3)+" "+number(4))
		}, trials * 99 / 100},
	} {
		found, missed := 0, []string(nil)
		for range trials {
			secret := c.make()
			text := pick("", "Kysy ", "(", "yht: ", "Tiedot; ", "hetu:", "Tel. ", "\"", "- ") + secret + pick("", ".", ")", ", kiitos", " ja muut", "; ", "\"", "!", "\n")
			masked, m := mask(text)
			if m.any() && !strings.Contains(masked, secret) && !strings.Contains(masked, secret[len(secret)-4:]) {
				found++
			} else if len(missed) < 12 {
				missed = append(missed, text+" → "+masked)
			}
		}
		t.Logf("%s: %d of %d", name, found, trials)
		if found < c.least {
			t.Errorf("%s: found %d of %d, want %d: %q", name, found, trials, c.least, missed)
		}
	}
}

// Goal V2: at most one number in a thousand is masked, of those that project
// lists are full of.
func TestMaskLeavesWhatRegistersWrite(t *testing.T) {
	const trials = 100_000
	random := rand.New(rand.NewPCG(13, 14))
	below := random.IntN
	shapes := map[string]func() string{
		"project code": func() string { return fmt.Sprintf("%c%d", "AJSER"[below(5)], 10000+below(90000)) },
		"long code":    func() string { return fmt.Sprintf("A%09d", below(1e9)) },
		"case number": func() string {
			return fmt.Sprintf("%d/%02d.%02d.%02d/%d", below(10000), below(13), below(10), below(10), 2007+below(20))
		},
		"EURA number": func() string { return fmt.Sprintf("EURA 2014/%d/09 02 01 01/%d/PIRELY", below(10000), 2014+below(8)) },
		"period": func() string {
			return fmt.Sprintf("%d.%d.%d – %d.%d.%d", 1+below(28), 1+below(12), 2007+below(9), 1+below(28), 1+below(12), 2016+below(9))
		},
		"euros":       func() string { return fmt.Sprintf("%d %03d %03d euroa", 1+below(99), below(1000), below(1000)) },
		"euros, dots": func() string { return fmt.Sprintf("%d.%03d,%02d €", 1+below(999), below(1000), below(100)) },
		"coordinates": func() string { return fmt.Sprintf("%.5f, %.5f", 60+random.Float64()*10, 20+random.Float64()*11) },
		"PIC":         func() string { return fmt.Sprintf("PIC %d", 900000000+below(99999999)) },
		"business id": func() string { return fmt.Sprintf("Y-tunnus %07d-%d", below(1e7), below(10)) },
		"ISBN":        func() string { return fmt.Sprintf("ISBN 978-952-%d-%04d-%d", below(1000), below(10000), below(10)) },
		"postal code": func() string { return fmt.Sprintf("%05d Kemi", below(1e5)) },
		"percentage":  func() string { return fmt.Sprintf("0,%02d–%d,%d %%", below(100), below(100), below(10)) },
		"times": func() string {
			return fmt.Sprintf("klo %02d.%02d–%02d.%02d", below(24), below(60), below(24), below(60))
		},
		"grant":        func() string { return fmt.Sprintf("Grant agreement No %06d", 200000+below(700000)) },
		"NUTS and LAU": func() string { return fmt.Sprintf("FI1D%d, kuntanumero %03d", below(10), below(1000)) },
		"years, months": func() string {
			return fmt.Sprintf("%02d/%d–%02d/%d", 1+below(12), 2007+below(20), 1+below(12), 2007+below(20))
		},
		"classes": func() string {
			return fmt.Sprintf("TOL %05d ja %02d.%02d.%d", below(1e5), below(100), below(100), below(10))
		},
	}
	names := slices.Sorted(maps.Keys(shapes))
	masked, of := 0, map[string]int{}
	for i := range trials {
		name := names[i%len(names)]
		s := shapes[name]()
		if got, m := mask(s); m.any() {
			if masked++; of[name] == 0 {
				t.Logf("%s: %q became %q", name, s, got)
			}
			of[name]++
		}
	}
	t.Logf("%d of %d masked: %v", masked, trials, of)
	if masked > trials/1000 {
		t.Errorf("%d of %d numbers masked: %v", masked, trials, of)
	}
}
