using MimeKit;
using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>The mails that were filed in a folder. One that is for a person, or names them, is deleted.</summary>
/// <param name="folder">The folder; it need not be there.</param>
internal sealed class FolderTraces(string folder) : IPersonTraces
{
    private const int PageSize = 500;

    public string What => "mailFiles";

    public Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) return Task.FromResult(new ErasedTraces(0, Next: null));

        // What a writer that died has left begins with a dot, and is a mail as well.
        var page = Directory.EnumerateFiles(folder, "*.eml").Concat(Directory.EnumerateFiles(folder, ".*.tmp"))
            .Select(path => Path.GetFileName(path))
            .Where(name => after is null || string.CompareOrdinal(name, after) > 0)
            .Order(StringComparer.Ordinal).Take(PageSize).ToList();
        var named = 0;
        foreach (var name in page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, name);
            if (!Names(path, person)) continue;

            File.Delete(path);
            named++;
        }

        return Task.FromResult(new ErasedTraces(named, page.Count < PageSize ? null : page[^1]));
    }

    private static bool Names(string path, PersonNames person)
    {
        try
        {
            using var message = MimeMessage.Load(path);
            return message.To.Mailboxes.Any(to => person.Is(to.Address) || person.IsIn(to.Name))
                || person.IsIn(message.Subject) || person.IsIn(message.TextBody) || person.IsIn(message.HtmlBody);
        }
        catch (FormatException)
        {
            // No whole mail: its bytes say what there is.
            return person.IsIn(File.ReadAllText(path));
        }
        catch (FileNotFoundException)
        {
            return false; // another mail has taken the place of what was being written
        }
    }
}
