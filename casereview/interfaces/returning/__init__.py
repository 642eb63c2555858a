"""The pages of a body’s return, alike for its officer, for whoever came by the mailed link, and for a co-ordinator."""
