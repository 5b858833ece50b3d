using SlaMonitor.Agreements.Amendments;
using SlaMonitor.Agreements.Binding;
using SlaMonitor.Agreements.Building;
using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Agreements.Yaml;
using SlaMonitor.Core.Agreements.Versions;

namespace SlaMonitor.Agreements;

/// <summary>Makes a book of agreements out of YAML files. Nothing is half loaded: with one error in one file, there is no book.</summary>
public static class AgreementLoader
{
    /// <summary>Loads all agreements of a folder: every <c>*.yaml</c> and <c>*.yml</c>, by name.</summary>
    public static AgreementLoad LoadFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
            return Failed(folder, "there is no such folder; the setting Agreements:Folder names the folder that the agreements are in");

        return FilesIn(folder, out var problem) is { } paths ? LoadFiles(paths) : new AgreementLoad(null, [problem!]);
    }

    /// <summary>Loads agreements from files and folders together.</summary>
    /// <param name="paths">
    /// Files, and folders of which every <c>*.yaml</c> and <c>*.yml</c> is taken. Their order decides between agreements that match a
    /// ticket equally well.
    /// </param>
    public static AgreementLoad LoadAll(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);

        var files = new List<string>();
        var problems = new List<AgreementProblem>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path)) files.Add(path);
            else if (FilesIn(path, out var problem) is { } found) files.AddRange(found);
            else problems.Add(problem!);
        }

        var load = LoadFiles([.. files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal)]);
        return problems.Count == 0 ? load : new AgreementLoad(null, [.. problems, .. load.Problems]);
    }

    /// <summary>Loads agreements from files.</summary>
    /// <param name="paths">The files. Their order decides between agreements that match a ticket equally well.</param>
    public static AgreementLoad LoadFiles(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);

        var problems = new Problems();
        var texts = paths.Select(path => AgreementFiles.Read(path, problems)).OfType<AgreementText>().ToArray();
        return Load(texts, paths, problems);
    }

    /// <summary>Loads agreements from texts.</summary>
    /// <param name="texts">The texts. Their order decides between agreements that match a ticket equally well.</param>
    public static AgreementLoad Load(IReadOnlyList<AgreementText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Load(texts, [.. texts.Select(text => text.Name)], new Problems());
    }

    /// <summary>Which versions a text says that it is, right or wrong as it may be otherwise.</summary>
    public static IReadOnlyList<(string Agreement, int Version)> VersionsIn(AgreementText text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var problems = new Problems();
        var binder = new SectionBinder(problems);
        return [.. ReadText(text, problems).Select(binder.Bind<AgreementSection>)
            .Where(section => section is { Agreement: not null, Version: not null })
            .Select(section => (section!.Agreement!.Value.Value, section.Version!.Value))];
    }

    private static AgreementLoad Load(IReadOnlyList<AgreementText> texts, IReadOnlyList<string> files, Problems problems)
    {
        var documents = AmendedDocuments.Complete([.. texts.SelectMany(text => ReadText(text, problems))], problems);
        var agreements = Build(documents, problems).Where(version => version.Section.Agreement is not null)
            .GroupBy(version => version.Section.Agreement!.Value.Value, StringComparer.Ordinal)
            .Select(versions => versions.ToArray())
            .ToArray();
        foreach (var versions in agreements) new VersionCheck(problems).Run(versions);

        if (!problems.HasErrors) new AmbiguityCheck(problems).Run(agreements);
        var histories = problems.HasErrors
            ? null
            : agreements.Select(versions => new AgreementHistory(versions.Select(version => version.Agreement!)));
        return new AgreementLoad(histories is null ? null : new AgreementBook(histories), problems.InOrder(files))
        {
            Files = histories is null ? [] : [.. agreements.SelectMany(versions => versions).Select(AgreementFile.Of)],
        };
    }

    private static IReadOnlyList<FileNode> ReadText(AgreementText file, Problems problems)
    {
        if (FileBytes.Decode(file.Name, file.Content, problems) is not { } text) return [];

        var documents = YamlTree.Read(file.Name, text, problems);
        if (documents.Count == 0 && !problems.HasErrors)
            problems.Error(new Place(file.Name, 1, 1), "there is no agreement in this file; docs/agreement.md shows how one is written");

        return documents;
    }

    private static BuiltVersion[] Build(IReadOnlyList<FileNode> documents, Problems problems)
    {
        var binder = new SectionBinder(problems);
        var builder = new AgreementBuilder(problems);
        return [.. documents.Select(Build).OfType<BuiltVersion>()];

        BuiltVersion? Build(FileNode document)
        {
            if (binder.Bind<AgreementSection>(document) is not { } section) return null;

            var built = builder.Build(section);
            if (section.Amends is not null) built = built with { Merged = DocumentText.Of(document) };
            return built.Agreement is { } agreement
                ? built with { Agreement = agreement with { Fingerprint = VersionFingerprint.Of(document, agreement) } }
                : built;
        }
    }

    /// <returns>The agreements of a folder that is there; <c>null</c> where it cannot be read or there are none.</returns>
    private static IReadOnlyList<string>? FilesIn(string folder, out AgreementProblem? problem)
    {
        problem = null;
        try
        {
            if (AgreementFiles.In(folder) is { Count: > 0 } paths) return paths;

            problem = Problem(folder, "there is no agreement in this folder; put a .yaml file in it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = Problem(folder, $"the folder cannot be read: {e.Message}");
        }

        return null;
    }

    private static AgreementLoad Failed(string folder, string message) => new(null, [Problem(folder, message)]);

    private static AgreementProblem Problem(string folder, string message) =>
        new(new Place(folder, 1, 1), ProblemSeverity.Error, message);
}
