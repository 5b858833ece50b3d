namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>Files of the repository that tests read where they lie.</summary>
internal static class Repository
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "SlaMonitor.sln")))
                return Path.Combine(folder.FullName, path);
        }

        throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
