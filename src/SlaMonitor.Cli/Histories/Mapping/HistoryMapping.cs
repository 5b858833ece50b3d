using System.Collections.Frozen;
using NodaTime;
using SlaMonitor.Agreements.Binding;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Webhooks.Exports;

namespace SlaMonitor.Cli.Histories.Mapping;

/// <summary>Reads the file that says what the columns and words of a history mean.</summary>
internal static class HistoryMapping
{
    /// <summary>The keys that only a CSV has, and those that only an export has.</summary>
    private static readonly string[] OfCsv = ["rows", "delimiter", "source", "timeFormat", "columns", "types", "authors"];
    private static readonly string[] OfExports = ["connection", "agents", "groups", "customers", "staff"];

    /// <summary>The columns that only rows of one kind have.</summary>
    private static readonly string[] OfEvents = ["time", "type", "id", "by", "public", "author"];
    private static readonly string[] OfTickets = ["firstReplied", "resolved", "closed"];

    /// <summary>Reads a mapping.</summary>
    /// <param name="path">The file: YAML.</param>
    /// <param name="isCsv">Whether it is for a CSV, and not for an export.</param>
    /// <param name="error">Takes what is wrong, with its place.</param>
    /// <returns>The mapping; <c>null</c> where something is wrong.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MappingSection? Read(string path, bool isCsv, TextWriter error)
    {
        var problems = new Problems();
        var mapping = Bind(path, problems);
        if (mapping is not null) Check(mapping, isCsv, problems);
        foreach (var problem in problems.InOrder([path])) error.WriteLine(problem);
        return problems.HasErrors ? null : mapping;
    }

    /// <summary>What a mapping says of the words of an export.</summary>
    public static ExportWords WordsOf(MappingSection? mapping) => mapping is null ? new ExportWords() : new ExportWords
    {
        Connection = mapping.Connection?.Value,
        Zone = mapping.TimeZone?.Value ?? DateTimeZone.Utc,
        Statuses = Words(mapping.Statuses),
        Priorities = Words(mapping.Priorities),
        Agents = Words(mapping.Agents),
        Groups = Words(mapping.Groups),
        Customers = Words(mapping.Customers),
        Staff = [.. (mapping.Staff?.Values ?? []).Select(one => one.Value)],
        Customer = mapping.Customer?.Value,
    };

    /// <summary>Words by what they mean, without regard to case.</summary>
    public static FrozenDictionary<string, T> Words<T>(Entries<string, Located<T>>? entries) =>
        (entries?.Values ?? []).Where(entry => entry.Value is not null)
            .DistinctBy(entry => entry.Key.Value, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(entry => entry.Key.Value, entry => entry.Value!.Value, StringComparer.OrdinalIgnoreCase);

    private static MappingSection? Bind(string path, Problems problems)
    {
        if (FileBytes.Decode(path, File.ReadAllBytes(path), problems) is not { } text) return null;

        var documents = YamlTree.Read(path, text, problems);
        if (documents is [var document]) return new SectionBinder(problems).Bind<MappingSection>(document);

        if (!problems.HasErrors)
            problems.Error(new Place(path, 1, 1), "this is no mapping: one document with its keys; docs/command-line.md shows one");
        return null;
    }

    private static void Check(MappingSection mapping, bool isCsv, Problems problems)
    {
        foreach (var key in (isCsv ? OfExports : OfCsv).Where(mapping.KeyPlaces.ContainsKey))
        {
            problems.Error(
                mapping.PlaceOf(key),
                isCsv ? $"'{key}' is for the export of a helpdesk, and this is a CSV" : $"'{key}' is for a CSV, and this is an export");
        }

        if (!isCsv || problems.HasErrors) return;

        if (mapping.Columns is not { } columns)
        {
            problems.Error(mapping.Place, "a mapping of a CSV needs 'columns': which column is which, by the name in the header");
            return;
        }

        var isTickets = mapping.Rows?.Value == RowShape.Tickets;
        if (isTickets && columns.Created is null)
            problems.Error(columns.Place, "columns of tickets need 'created': when the ticket was created");
        if (!isTickets && columns.Time is null)
        {
            problems.Error(
                columns.Place, "columns of events need 'time': when it happened; where a row is a ticket, write 'rows: tickets'");
        }

        foreach (var key in (isTickets ? OfEvents : OfTickets).Where(columns.KeyPlaces.ContainsKey))
        {
            problems.Error(columns.PlaceOf(key), isTickets
                ? $"'{key}' is for rows that are events, and these are tickets"
                : $"'{key}' is for rows that are tickets; write 'rows: tickets' where they are");
        }
    }
}
