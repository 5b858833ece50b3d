using Microsoft.Data.Sqlite;
using NodaTime;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Local.Sqlite;

namespace SlaMonitor.Local.Hosting.Doctor;

/// <summary>Looks at the databases of a data folder, and changes nothing in them.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="book">The agreements in force; <c>null</c> where they cannot be read.</param>
/// <param name="now">The present of the monitor.</param>
/// <param name="time">The machine's time.</param>
internal sealed class FolderExamination(string folder, AgreementBook? book, Instant now, TimeProvider time)
{
    private const int MostNamed = 5;
    private const string NewerCure = "use the version that wrote it; nothing is rebuilt by this one";

    // Without these it is not what a version of this program has made: the next start would begin with nothing.
    public static readonly IReadOnlyList<string> Core =
        ["table tickets", "table events", "table notifications", "table message", "table timer"];

    private bool _isOfEarlierVersion;

    /// <summary>The databases that are there and not good, so that a rebuild has something to do.</summary>
    public List<string> Ill { get; } = [];

    /// <summary>Whether one has tables that this version does not know; to rebuild it would lose them.</summary>
    public bool IsNewer { get; private set; }

    /// <summary>Looks at all of them.</summary>
    public IReadOnlyList<FolderFinding> Run()
    {
        var findings = new List<FolderFinding>();
        foreach (var name in DataFiles.Databases.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            var found = Look(name, Path.Combine(folder, name));
            findings.Add(found);
            if (!found.IsGood) Ill.Add(name);
            if (found.IsGood && name == DataFiles.Monitor && !_isOfEarlierVersion)
            {
                var states = LookAtStates(Path.Combine(folder, name));
                findings.Add(states);
                if (!states.IsGood) Ill.Add(name);
            }
        }

        return findings;
    }

    private FolderFinding Look(string name, string path)
    {
        try
        {
            using var connection = DatabaseForm.Open(path);
            var damage = connection.Query("PRAGMA integrity_check(5)", row => row.GetString(0));
            if (damage is not ["ok"]) return FolderFinding.Bad(name, $"is damaged: {string.Join("; ", damage)}", FolderFinding.Rebuild);

            var (form, expected) = (DatabaseForm.Of(connection), DatabaseForm.Expected(name, time));
            if (form.Beyond(expected) is { Count: > 0 } more)
            {
                IsNewer = true;
                return FolderFinding.Bad(name, $"has what this version does not know: {string.Join(", ", more)}", NewerCure);
            }

            var lacking = expected.Beyond(form);
            if (lacking.Intersect(Core, StringComparer.Ordinal).Any())
                return FolderFinding.Bad(name, $"lacks {string.Join(", ", lacking)}", FolderFinding.Rebuild);

            _isOfEarlierVersion = lacking.Any(one => one.StartsWith("events.", StringComparison.Ordinal));
            return FolderFinding.Good(name, lacking.Count == 0
                ? "is whole, and of the form of this version"
                : $"is whole, and of an earlier version: the next start adds {string.Join(", ", lacking)}");
        }
        catch (SqliteException e)
        {
            return FolderFinding.Bad(name, $"is damaged, or is no database: {e.Message}", FolderFinding.Rebuild);
        }
    }

    private FolderFinding LookAtStates(string path)
    {
        const string Name = "states, due times";
        var (count, faults, unfiled) = (0, new List<string>(), new List<string>());
        using var session = new SqliteSession(DatabaseForm.Open(path));
        // One moment, while the monitor goes on.
        using var snapshot = session.Connection.BeginTransaction(deferred: true);
        foreach (var look in new TicketRows(session, book, now).All())
        {
            count++;
            if (look.Fault is { } fault) faults.Add($"{look.Ticket} {fault}");
            else if (look.Unfiled is not null) unfiled.Add(look.Ticket);
        }

        if (faults.Count > 0)
        {
            var named = string.Join("; ", faults.Take(MostNamed));
            return FolderFinding.Bad(
                Name, $"{faults.Count} of {count} ticket(s) are not as their log says: {named}", FolderFinding.Rebuild);
        }

        if (unfiled.Count > 0)
        {
            return FolderFinding.Bad(
                Name,
                $"of {unfiled.Count} of {count} ticket(s) reports count what their log does not say: "
                + string.Join(", ", unfiled.Take(MostNamed)),
                FolderFinding.Rebuild);
        }

        return FolderFinding.Good(
            Name,
            $"{count} ticket(s) are as their log says"
            + (book is null ? "; their due times were not looked at, for there is an error in the agreements" : string.Empty));
    }
}
