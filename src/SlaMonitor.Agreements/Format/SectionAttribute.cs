namespace SlaMonitor.Agreements.Format;

/// <summary>Says what a section of the file is, in errors (<c>a target</c>) and in editors.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SectionAttribute(string noun, string meaning) : Attribute
{
    public string Noun => noun;

    public string Meaning => meaning;

    /// <summary>A single word that may stand for the whole section, as <c>24x7</c> for a calendar.</summary>
    public string? Shorthand { get; init; }

    /// <summary>The type of a single value that may stand for the whole section, such as an enumeration.</summary>
    public Type? Words { get; init; }
}
