namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>Which settings file was read, if any.</summary>
internal sealed record LoadedFiles(string? Settings);
