package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"hankeverkko/graph"
)

// Load joins defaults, the file (may be empty), the environment and the flags
// that were given, the later winning. A key that no setting has is an error.
func Load(file string, flags *pflag.FlagSet) (Config, error) {
	v := viper.New()
	defaults := Default()
	v.SetDefault("store", defaults.Store)
	v.SetDefault("store-user", defaults.StoreUser)
	v.SetDefault("store-password", defaults.StorePassword)
	v.SetDefault("store-database", defaults.StoreDatabase)
	v.SetDefault("store-ca", defaults.StoreCA)
	v.SetDefault("store-timeout", defaults.StoreTimeout)
	v.SetDefault("curator-key", defaults.CuratorKey)
	v.SetDefault("curator-key-file", defaults.CuratorKeyFile)
	v.SetDefault("addr", defaults.Addr)
	v.SetDefault("lang", defaults.Lang)
	v.SetEnvPrefix("HANKEVERKKO")
	v.SetEnvKeyReplacer(strings.NewReplacer("-", "_", ".", "_"))
	v.AutomaticEnv()
	for _, name := range []string{"store", "store-user", "store-database", "addr", "lang"} {
		if flag := flags.Lookup(name); flag != nil {
			if err := v.BindPFlag(name, flag); err != nil {
				return Config{}, fmt.Errorf("flag %s: %w", name, err)
			}
		}
	}
	if file != "" {
		v.SetConfigFile(file)
		if err := v.ReadInConfig(); err != nil {
			if errors.Is(err, fs.ErrNotExist) {
				return Config{}, fmt.Errorf("configuration file %s: %w", file, graph.ErrNotFound)
			}
			return Config{}, fmt.Errorf("configuration file %s: %v: %w", file, err, graph.ErrInvalid)
		}
	}
	var c Config
	if err := v.UnmarshalExact(&c); err != nil {
		return Config{}, fmt.Errorf("configuration file %s: %v: %w", file, err, graph.ErrInvalid)
	}
	if c.CuratorKeyFile != "" && c.CuratorKey == "" {
		key, err := os.ReadFile(c.CuratorKeyFile)
		if err != nil {
			return Config{}, fmt.Errorf("curator-key-file: %v: %w", err, graph.ErrInvalid)
		}
		if c.CuratorKey = strings.TrimSpace(string(key)); c.CuratorKey == "" {
			return Config{}, fmt.Errorf("curator-key-file: %s is empty: %w", c.CuratorKeyFile, graph.ErrInvalid)
		}
	}
	return c, c.Validate()
}
