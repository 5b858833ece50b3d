using SlaMonitor.Agreements.Diagnostics;

namespace SlaMonitor.Agreements.Format;

/// <summary>
/// A mapping of the file. The types that derive from it are the file format: binder, JSON Schema and documentation test read their keys.
/// </summary>
internal abstract record Section
{
    /// <summary>Where the section begins.</summary>
    public Place Place { get; init; } = null!;

    /// <summary>Where its keys stand.</summary>
    public IReadOnlyDictionary<string, Place> KeyPlaces { get; init; } = null!;

    /// <summary>Whether the section is its <see cref="SectionAttribute.Shorthand"/>.</summary>
    public bool IsShorthand { get; init; }

    /// <summary>The word that stands for the whole section, of its <see cref="SectionAttribute.Words"/>.</summary>
    public object? Word { get; init; }

    public Place PlaceOf(string key) => KeyPlaces.GetValueOrDefault(key, Place);
}
