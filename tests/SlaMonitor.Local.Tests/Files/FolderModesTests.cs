using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Testing;
using SlaMonitor.Local.Hosting;
using SlaMonitor.Local.Tests.Hosting;

namespace SlaMonitor.Local.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class FolderModesTests : IDisposable
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;
    private const UnixFileMode File644 = File600 | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TempFolder _folder = new();
    private readonly FakeLogger _log = new();

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public async Task Start_NewFolder_IsForItsOwnerAlone()
    {
        await using var host = await TestHost.StartAsync([], folder: _folder);

        Assert.Equal(Folder700, File.GetUnixFileMode(_folder.File("data")));
        var files = Directory.GetFiles(_folder.File("data")).ToDictionary(file => Path.GetFileName(file), File.GetUnixFileMode);
        Assert.Contains("queues.db-wal", files.Keys);
        Assert.All(files, file => Assert.Equal((file.Key, File600), (file.Key, file.Value)));
    }

    [UnixFact]
    public void Tighten_FolderOfAnEarlierVersion_IsTakenFromOthersAndSaid()
    {
        var data = _folder.File("data");
        Write("data/monitor.db", "data/monitor.db-wal", "data/feeds/1.json", "data/mail/1.eml", "data/mail/.1.tmp");

        FolderModes.Tighten(data, Path.Combine(data, "mail"), _log);

        Assert.All(Directory.GetFiles(data, "*", SearchOption.AllDirectories), file => Assert.Equal(File600, File.GetUnixFileMode(file)));
        Assert.All(
            Directory.GetDirectories(data, "*", SearchOption.AllDirectories).Append(data),
            folder => Assert.Equal(Folder700, File.GetUnixFileMode(folder)));
        Assert.Equal("ModesChanged", _log.LatestRecord.Id.Name);
    }

    [UnixFact]
    public void Tighten_WhatIsNotOurs_IsLeft()
    {
        Write("data/notes.txt", "elsewhere/1.eml", "elsewhere/notes.txt");

        FolderModes.Tighten(_folder.File("data"), _folder.File("elsewhere"), _log);

        Assert.Equal(File644, File.GetUnixFileMode(_folder.File("data/notes.txt")));
        Assert.Equal(File644, File.GetUnixFileMode(_folder.File("elsewhere/notes.txt")));
        Assert.Equal(File600, File.GetUnixFileMode(_folder.File("elsewhere/1.eml")));
        Assert.NotEqual(Folder700, File.GetUnixFileMode(_folder.File("elsewhere")));
    }

    [Theory]
    [InlineData(11, "error: the data folder /data is in use by another host; ")]
    [InlineData(30, "error: the data folder /data is on a file system that is read-only; ")]
    [InlineData(28, "error: the data folder /data cannot be written to: as it is")]
    public void Refusal_OfTheOperatingSystem_IsSaidAsWhatItIs(int error, string message) =>
        Assert.StartsWith(message, DataFolder.Refusal("/data", new IOException("as it is", error)).Message, StringComparison.Ordinal);

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            var path = _folder.File(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name);
            File.SetUnixFileMode(path, File644);
            File.SetUnixFileMode(Path.GetDirectoryName(path)!, Folder700 | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        }
    }
}
