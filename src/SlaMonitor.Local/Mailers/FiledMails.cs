using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Local.Mailers;

/// <summary>
/// Which mails a folder holds, so that a repeat finds its file without looking through the folder. The folder is read once, when the first
/// mail is filed. A mail costs some forty bytes of memory.
/// </summary>
/// <remarks>
/// This process alone files mails there. A file that a person has removed counts as not there: whoever finds a name looks whether the file
/// still is.
/// </remarks>
/// <param name="folder">The folder.</param>
/// <param name="list">Lists the files of a folder by a pattern.</param>
internal sealed class FiledMails(string folder, Func<string, string, IEnumerable<string>> list)
{
    private const string Extension = ".eml";

    // Fixed length, so that the mail's id can be told from it; sorts as time does.
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly int StampLength = Stamp.Format(NodaConstants.UnixEpoch).Length;

    private readonly Lock _using = new();
    private Dictionary<UInt128, long>? _secondsById;

    /// <summary>The name of a mail's file.</summary>
    public static string NameOf(string id, Instant date) => $"{Stamp.Format(date)}-{id}{Extension}";

    /// <summary>The file that a mail has already; <c>null</c> where it has none.</summary>
    public string? Find(string id)
    {
        long seconds;
        lock (_using)
        {
            if (!(_secondsById ??= Read()).TryGetValue(KeyOf(id), out seconds)) return null;
        }

        var name = NameOf(id, Instant.FromUnixTimeSeconds(seconds));
        return File.Exists(Path.Combine(folder, name)) ? name : null;
    }

    /// <summary>Remembers a mail that was filed.</summary>
    public void Add(string id, Instant date)
    {
        lock (_using) (_secondsById ??= Read())[KeyOf(id)] = date.ToUnixTimeSeconds();
    }

    private Dictionary<UInt128, long> Read()
    {
        var secondsById = new Dictionary<UInt128, long>();
        foreach (var path in list(folder, $"*{Extension}"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (name.Length <= StampLength || name[StampLength] != '-') continue;
            if (Stamp.Parse(name[..StampLength]) is { Success: true } date)
                secondsById.TryAdd(KeyOf(name[(StampLength + 1)..]), date.Value.ToUnixTimeSeconds());
        }

        return secondsById;
    }

    private static UInt128 KeyOf(string id) => MemoryMarshal.Read<UInt128>(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
