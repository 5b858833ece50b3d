using Microsoft.Playwright;

namespace SlaMonitor.Browser.Tests.Chromium;

/// <summary>What a reader looks at: a screen, by day or by night.</summary>
/// <param name="Name">What it is called in findings and in the names of pictures.</param>
/// <param name="Width">Its width in CSS pixels.</param>
/// <param name="Height">Its height in CSS pixels.</param>
/// <param name="Scheme">Whether the reader has asked for light or dark colours.</param>
internal sealed record Screen(string Name, int Width, int Height, ColorScheme Scheme)
{
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>The phone that most people have.</summary>
    public static IReadOnlyList<Screen> Phone { get; } = [.. Schemes.Select(scheme => new Screen("phone", 390, 844, scheme))];

    /// <summary>The narrowest that is still in use, which is also a phone with letters made larger.</summary>
    public static IReadOnlyList<Screen> Narrow { get; } = [.. Schemes.Select(scheme => new Screen("narrow phone", 320, 640, scheme))];

    /// <summary>A window on a desk.</summary>
    public static IReadOnlyList<Screen> Desktop { get; } = [.. Schemes.Select(scheme => new Screen("desktop", 1280, 900, scheme))];

    /// <summary>Every one of them.</summary>
    public static IReadOnlyList<Screen> All { get; } = [.. Narrow, .. Phone, .. Desktop];

    /// <inheritdoc />
    public override string ToString() => $"{Name}, {Scheme}".ToLowerInvariant();
}
