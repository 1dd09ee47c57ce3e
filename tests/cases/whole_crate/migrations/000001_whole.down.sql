DROP FUNCTION mask_of(macaddr, bit);
DROP TABLE ports;
DROP TABLE hosts;
