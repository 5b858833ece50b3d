using System.Collections.Frozen;

namespace SlaMonitor.Core.Reporting.Credits;

/// <summary>How amounts of a currency are rounded: half to even, to its smallest unit (ISO 4217).</summary>
public static class CurrencyUnits
{
    private const int Usual = 2;

    // The currencies whose smallest unit is not a hundredth.
    private static readonly FrozenDictionary<string, int> Unusual = new[]
    {
        (Digits: 0, Codes: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (Digits: 3, Codes: "BHD IQD JOD KWD LYD OMR TND"),
        (Digits: 4, Codes: "CLF UYW"),
    }.SelectMany(row => row.Codes.Split(' '), (row, code) => KeyValuePair.Create(code, row.Digits))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many digits an amount has behind the point.</summary>
    /// <param name="currency">The ISO 4217 code; one that is not known has two.</param>
    public static int DigitsOf(string currency) => Unusual.GetValueOrDefault(currency, Usual);

    /// <summary>Rounds an amount.</summary>
    public static decimal Round(decimal amount, string currency) => decimal.Round(amount, DigitsOf(currency), MidpointRounding.ToEven);
}
