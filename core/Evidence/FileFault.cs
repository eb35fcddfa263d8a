using MonitoringReturns.Core.Problems;

namespace MonitoringReturns.Core.Evidence;

/// <summary>Why an uploaded file was not taken.</summary>
public enum FileFault
{
    Empty,
    TooLarge,
    /// <summary>Its content is of no kind that is taken, whatever its name says.</summary>
    NotTaken,
    Macros,
    /// <summary>A password protects it, so that nobody can look inside.</summary>
    Protected,
    Infected,
    /// <summary>It is damaged, or more is packed into it than anybody would look through.</summary>
    NotOpened,
    /// <summary>It was gone before it was checked.</summary>
    Vanished,
    TooMany,
    /// <summary>The return could not be changed any more when it had been checked.</summary>
    TooLate,
}

/// <summary>What each fault is called, and what it says to whoever sent the file.</summary>
public static class FileFaults
{
    public static Code CodeOf(FileFault fault) => fault switch
    {
        FileFault.Empty => Catalogue.FileEmpty,
        FileFault.TooLarge => Catalogue.FileTooLarge,
        FileFault.NotTaken => Catalogue.FileTypeNotTaken,
        FileFault.Macros => Catalogue.FileWithMacros,
        FileFault.Protected => Catalogue.FileProtected,
        FileFault.Infected => Catalogue.FileInfected,
        FileFault.NotOpened => Catalogue.FileNotOpened,
        FileFault.Vanished or FileFault.TooLate => Catalogue.FileNotAdded,
        FileFault.TooMany => Catalogue.TooManyFiles,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    /// <param name="name">The file's safe name.</param>
    public static string SentenceOf(FileFault fault, string name) => fault switch
    {
        FileFault.Empty => $"“{name}” is empty. Choose another file.",
        FileFault.TooLarge => $"“{name}” is larger than 20 MB. Make it smaller, for example by saving it as a PDF, and add it again.",
        FileFault.NotTaken => $"“{name}” must be a PDF, an image (JPEG, PNG, GIF, WebP or HEIC), or a Word or Excel file. Save it as one of these and add it again.",
        FileFault.Macros => $"“{name}” holds macros, which are small programs. Save it without them, as .docx, .xlsx or PDF, and add it again.",
        FileFault.Protected => $"“{name}” is protected by a password, so it can't be checked. Take the password off and add it again.",
        FileFault.Infected => $"“{name}” holds a virus and has been deleted. Check your computer before you add another file.",
        FileFault.NotOpened => $"“{name}” can't be opened to check it. Save it again, for example as a PDF, and add it again.",
        FileFault.Vanished => $"“{name}” could not be checked in time and has been deleted. Add it again.",
        FileFault.TooMany => $"The question had as many files as it takes when “{name}” had been checked. Remove one and add it again.",
        FileFault.TooLate => $"The return could not be changed any more when “{name}” had been checked, so it is not part of the return.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };
}
