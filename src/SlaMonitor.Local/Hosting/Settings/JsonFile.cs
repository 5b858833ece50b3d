using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>A JSON file of the host's, found in the current directory or else beside the program.</summary>
internal sealed record JsonFile(string Path, IConfiguration Values)
{
    public static JsonFile? Find(string name, LocalHostOptions options)
    {
        var path = new[] { options.CurrentDirectory, options.ProgramDirectory }
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
        return path is null ? null : new JsonFile(path, Read(path));
    }

    private static IConfigurationRoot Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(stream).Build();
        }
        catch (JsonException problem)
        {
            var what = problem.Message.Split(" LineNumber:", 2)[0];
            throw new LocalHostException($"{path}:{problem.LineNumber + 1}:{problem.BytePositionInLine + 1}: error: {what}", problem);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"{path}: error: {problem.Message}", problem);
        }
    }
}
