namespace SlaMonitor.Agreements.Format;

/// <summary>Makes a property a key of the file. The JSON Schema shows the meaning in editors.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string meaning) : Attribute
{
    public string Meaning => meaning;

    public bool Required { get; init; }

    /// <summary>Values that are always known, beside those that the file itself names: editors offer them.</summary>
    public string[] Known { get; init; } = [];

    /// <summary>The least number that may be given.</summary>
    public double Minimum { get; init; } = double.NaN;
}
