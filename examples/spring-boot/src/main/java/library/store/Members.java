package library.store;

import org.springframework.data.jpa.repository.JpaRepository;

/** The members; without a contract. */
public interface Members extends JpaRepository<Member, String> {}
