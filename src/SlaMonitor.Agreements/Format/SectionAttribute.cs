namespace SlaMonitor.Agreements.Format;

/// <summary>Says what a section of the file is, in errors (<c>a target</c>) and in editors.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SectionAttribute(string noun, string meaning) : Attribute
{
    public string Noun => noun;

    public string Meaning => meaning;

    /// <summary>A single word that may stand for the whole section, as <c>24x7</c> for a calendar.</summary>
    public string? Shorthand { get; init; }

    /// <summary>An enumeration of which a single word may stand for the whole section.</summary>
    public Type? Words { get; init; }
}
