using System.Globalization;
using SlaMonitor.Monitoring.Health.Findings;

namespace SlaMonitor.Local.Health;

/// <summary>Whether the disk of the data folder has room: a full disk takes no event.</summary>
internal sealed class DiskProbe(string folder, Func<string, DiskSpace> measure) : IHealthProbe
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Below this, no event may be taken soon.</summary>
    private const long TooLittle = 100 * Mebibyte;

    /// <summary>Below this, or below a share of the disk, a person should make room.</summary>
    private const long Little = 1024 * Mebibyte;

    private const double LittleShare = 0.05;

    public string Name => "disk";

    public bool IsVital => false;

    public Task<ProbeResult> LookAsync(CancellationToken cancellationToken)
    {
        var space = measure(folder);
        return Task.FromResult(Judge(space) with
        {
            Show = view => view with { Disk = new DiskView(space.FreeBytes, space.TotalBytes) },
        });
    }

    private ProbeResult Judge(DiskSpace space)
    {
        var share = space.TotalBytes > 0 ? (double)space.FreeBytes / space.TotalBytes : 1;
        if (space.FreeBytes >= Little && share >= LittleShare) return ProbeResult.Ok;

        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"The disk of the data folder {folder} has {space.FreeBytes / Mebibyte} MiB free of {space.TotalBytes / Mebibyte} "
            + $"({share:P1}): make room.");
        return space.FreeBytes < TooLittle ? ProbeResult.Unhealthy(reason) : ProbeResult.Degraded(reason);
    }
}
