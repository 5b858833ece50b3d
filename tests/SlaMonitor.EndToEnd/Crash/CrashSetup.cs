namespace SlaMonitor.EndToEnd.Crash;

/// <summary>Where the monitor keeps what it knows, and how its mails leave.</summary>
internal enum CrashSetup
{
    /// <summary>SQLite, and mails to an SMTP server.</summary>
    Sqlite,

    /// <summary>SQLite, and mails to the mail folder.</summary>
    Folder,

    /// <summary>Table storage, and mails to an SMTP server.</summary>
    Tables,

    /// <summary>Two monitors on the same tables, each with a queue and an SMTP server of its own.</summary>
    Two,
}
