namespace SlaMonitor.Browser.Tests.Faces;

/// <summary>One of the faces that people see of the monitor: a mail, or a page behind a link in one.</summary>
/// <param name="Name">What it is called, as <c>mail-breach</c> or <c>page-open</c>.</param>
/// <param name="Language">The language it is written in, as a BCP 47 tag.</param>
internal sealed record Face(string Name, string Language)
{
    public bool IsMail => Name.StartsWith("mail-", StringComparison.Ordinal);

    /// <summary>Where <see cref="GalleryServer"/> shows it.</summary>
    public string Path => $"/api/{Name}.{Language}";

    /// <inheritdoc />
    public override string ToString() => $"{Name} ({Language})";
}
