using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SlaMonitor.Local.Files;
using SlaMonitor.Local.Hosting.Settings;
using SlaMonitor.Monitoring.Notification.Acknowledging;

namespace SlaMonitor.Local.Keys;

/// <summary>
/// What nobody has set, on one machine: links lead to the address that the host listens on, and are signed with a key that is made at the
/// first start and stays in the data folder, for its owner alone to read.
/// </summary>
internal sealed class LocalAcknowledgeOptions(LocalHostSettings settings) : IPostConfigureOptions<AcknowledgeOptions>
{
    private const string FileName = "acknowledge.key";

    private readonly Lock _making = new();

    public void PostConfigure(string? name, AcknowledgeOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PublicUrl))
            options.PublicUrl = settings.Urls.Count > 0 ? settings.Urls[0].OriginalString : "http://localhost";
        if (string.IsNullOrWhiteSpace(options.Key)) options.Key = KeyOfThisMachine();
    }

    private string KeyOfThisMachine()
    {
        lock (_making)
        {
            OwnerOnly.CreateFolder(settings.DataFolder);
            var path = Path.Combine(settings.DataFolder, FileName);
            if (!File.Exists(path)) Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(AcknowledgeOptions.ShortestKey)));
            return File.ReadAllText(path).Trim();
        }
    }

    /// <summary>Whole or not at all: half a key would be found at the next start.</summary>
    private static void Write(string path, string key)
    {
        var temporary = path + ".tmp";
        using (var file = OwnerOnly.Open(temporary, FileMode.Create))
        using (var writer = new StreamWriter(file))
        {
            writer.Write(key);
            writer.Flush();
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: false);
    }
}
