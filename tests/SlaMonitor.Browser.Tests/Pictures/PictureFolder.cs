namespace SlaMonitor.Browser.Tests.Pictures;

/// <summary>Where pictures are kept: in the folder that the environment names, else nowhere for longer than the tests run.</summary>
public sealed class PictureFolder : IDisposable
{
    private const string Setting = "SLAMONITOR_PICTURES";

    private readonly DirectoryInfo? _temporary;

    public PictureFolder()
    {
        var kept = Environment.GetEnvironmentVariable(Setting);
        if (kept is { Length: > 0 } && !System.IO.Path.IsPathFullyQualified(kept))
            throw new InvalidOperationException($"{Setting} is '{kept}'; write the whole path, as in {Setting}=\"$PWD/docs/pictures\".");

        if (kept is not { Length: > 0 }) _temporary = Directory.CreateTempSubdirectory("sla-pictures-");
        Path = _temporary?.FullName ?? Directory.CreateDirectory(kept!).FullName;
    }

    public string Path { get; }

    /// <inheritdoc />
    public void Dispose() => _temporary?.Delete(recursive: true);
}
