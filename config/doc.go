// Package config holds what an operator can set: defaults here, then the
// configuration file, then the environment (HANKEVERKKO_…), then flags. Only
// load.go knows viper; other packages get their own options.
package config
